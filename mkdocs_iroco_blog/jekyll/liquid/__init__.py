"""Liquid as Jekyll has it: templates and values in, text and findings out. No files, no clock."""

from .context import LiquidSite
from .renderer import Liquid

__all__ = ["Liquid", "LiquidSite"]
