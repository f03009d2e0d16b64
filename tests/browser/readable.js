// What tests ask of a page about its looks. Each function returns sentences, one for each fault; `OURS` is our markup.
const OURS = ".iroco-post, .iroco-view, .iroco-insert"

const unique = list => [...new Set(list)]
const seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
const label = element => element.closest(".iroco-label") !== null
const naming = element => {
  const parents = element.parentElement && !element.matches(OURS) ? naming(element.parentElement).split(" > ").slice(-1) : []
  const classes = [...element.classList].map(name => `.${name}`).join("")
  const name = `${element.tagName.toLowerCase()}${classes}`
  return [...parents.filter(Boolean), name].join(" > ")
}
// The elements that have text of their own, and the text's first line.
const texts = root => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), result = new Map()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || result.has(element) || !seen(element) || label(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const line = [...range.getClientRects()].find(rect => rect.width > 1 && rect.height > 1)
    if (line) result.set(element, range)
  }
  return result
}

const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true})
const paint = (colours, opacity = 1) => {
  canvas.globalAlpha = 1
  canvas.fillStyle = "white"
  canvas.fillRect(0, 0, 1, 1)
  for (const colour of colours.slice(0, -1)) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1) }
  canvas.globalAlpha = opacity
  canvas.fillStyle = colours.at(-1)
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
}
const brightness = rgb => {
  const [r, g, b] = rgb.map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  return .2126 * r + .7152 * g + .0722 * b
}
const contrast = element => {
  const grounds = ["white"]
  let opacity = 1
  for (const parent of ancestors(element)) {
    grounds.push(getComputedStyle(parent).backgroundColor)
    opacity *= getComputedStyle(parent).opacity
  }
  const [low, high] = [paint(grounds), paint([...grounds, getComputedStyle(element).color], opacity)]
    .map(brightness).sort((a, b) => a - b)
  return (high + .05) / (low + .05)
}
const ancestors = element => element ? [...ancestors(element.parentElement), element] : []
const large = style => parseFloat(style.fontSize) >= (style.fontWeight >= 700 ? 18.66 : 24)

// Contrast of texts, where `floor` is that of the theme's own text. Text inside a post is the theme's business, and axe's.
const pale = floor => [...document.querySelectorAll(OURS)].flatMap(root => [...texts(root).keys()]).flatMap(element => {
  if (element.closest(".e-content, .p-summary:not(.iroco-standfirst), code")) return []
  const least = Math.min(large(getComputedStyle(element)) ? 3 : 4.5, floor), ratio = contrast(element)
  return ratio < least - .02 ? [`${naming(element)} has a contrast of ${ratio.toFixed(2)}`] : []
})

const running = element => {  // whether it stands in a sentence, as WCAG 2.5.8 has it
  let block = element
  while (getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement
  if (block === element) return false
  const copy = block.cloneNode(true)
  copy.querySelectorAll("a, .iroco-label").forEach(link => link.remove())
  return /\p{L}/u.test(copy.textContent)
}
const small = () => [...document.querySelectorAll(OURS)].flatMap(root =>
  [...root.querySelectorAll("a[href], button, summary, input")].flatMap(element => {
    if (!seen(element) || element.closest(".e-content, .p-summary:not(.iroco-standfirst)") || running(element)) return []
    const inner = [element, ...element.querySelectorAll("*")].flatMap(one => [...one.getClientRects()])
    const least = Math.min(...["width", "height"].map(side => Math.max(...inner.map(rect => rect[side]))))
    return least < 23.5 ? [`${naming(element)} is ${least.toFixed(0)} px`] : []
  }))

// The most links to a heading of the post that can be seen at once, outside its text.
const contents = () => {
  const counts = [...document.querySelectorAll(".e-content :is(h2, h3)[id]")].map(heading =>
    [...document.querySelectorAll(`a[href$="#${CSS.escape(heading.id)}"]`)].filter(link => {
      const rect = link.getBoundingClientRect()
      const clipped = ancestors(link.parentElement).some(parent =>
        getComputedStyle(parent).overflow !== "visible" && parent !== document.body && parent !== document.documentElement
        && (parent.clientHeight < 2 || parent.clientWidth < 2))
      return !link.closest(".e-content") && seen(link) && !clipped && rect.right > 0 && rect.left < innerWidth && rect.height > 0
    }))
  const most = Math.max(0, ...counts.map(links => links.length))
  return most > 1 ? [`${most} tables of contents: ${counts.find(links => links.length === most).map(naming).join(", ")}`] : []
}

const covered = (where = OURS) => [...document.querySelectorAll(where)].flatMap(root => [...texts(root)].flatMap(([element, range]) => {
  element.scrollIntoView({block: "center", behavior: "instant"})
  const line = [...range.getClientRects()].find(rect => rect.width > 1 && rect.height > 1)
  const x = line.left + line.width / 2, y = line.top + line.height / 2
  if (x < 0 || x > innerWidth) return []  // inside something that scrolls
  const top = document.elementFromPoint(x, y)
  const card = element.closest("a") ? null : element.closest(".iroco-card")  // which its title's link covers
  return top && (element.contains(top) || (card ?? top).contains(card ? top : element)) ? [] : [`${naming(element)} lies under ${top ? naming(top) : "nothing"}`]
}))

const sideways = () => document.scrollingElement.scrollWidth <= innerWidth ? [] : ["the page scrolls sideways"]
const outside = (where = OURS) => unique([...document.querySelectorAll(where)].flatMap(root => [...root.querySelectorAll("*")].filter(element => {
  const rect = element.getBoundingClientRect()
  const held = ancestors(element.parentElement).some(parent => root.contains(parent) && getComputedStyle(parent).overflowX !== "visible")
  return !held && !label(element) && seen(element) && rect.width > 1 && (rect.right > innerWidth + 1 || rect.left < -1)
}).map(element => `${naming(element)} sticks out`)).slice(0, 5))

// What axe finds: for each element the rule, what tells it from others, and the colours where they are the matter.
const findings = async where => {
  const result = await axe.run(where, {resultTypes: ["violations"], elementRef: true})
  return result.violations.flatMap(({id, help, nodes}) => nodes.map(node => {
    const data = node.any.find(check => check.data && check.data.fgColor)?.data
    return {rule: id, help, element: naming(node.element), text: node.element.textContent.trim().slice(0, 30),
      inText: node.element.closest(".e-content, .p-summary:not(.iroco-standfirst)") !== null || where === "body",
      colour: data?.fgColor ?? "", ratio: data?.contrastRatio ?? 0}
  }))
}
const ownContrast = () => Math.min(...[...texts(document.body)].filter(([element]) => element.matches("p, li")
  && element.textContent.includes("bees")).map(([element]) => contrast(element)))

// All that a theme's own page does as well, and all that ours does.
const theirs = async () => ({found: await findings("body"), contrast: ownContrast(),
  faults: unique([...sideways(), ...outside("body"), ...covered("body")])})
const faults = floor => unique([...pale(floor), ...small(), ...contents(), ...sideways(), ...outside(), ...covered()])

Object.assign(globalThis, {faults, findings, theirs})
