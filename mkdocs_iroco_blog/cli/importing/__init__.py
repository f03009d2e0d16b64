"""The command `import`: writes a MkDocs site from a Jekyll site, and proves that nothing was lost."""
