import { Fragment, type ReactElement, type ReactNode } from 'react'

/**
 * Draws what never changes: the same elements that React would, without what it keeps to change them later. A page
 * of print costs a third less that way. For components without state and effects; of hooks they may use those of
 * the application around them.
 */
export function drawOnce(node: ReactNode, into: Element): void {
  if (node === null || node === undefined || typeof node === 'boolean') return
  if (typeof node === 'string' || typeof node === 'number') return drawText(String(node), into)
  if (Array.isArray(node)) return node.forEach((each: ReactNode) => drawOnce(each, into))
  // What remains of what a component returns here: a promise or a portal has no place on paper.
  const { type, props } = node as ReactElement<{ children?: ReactNode }>
  if (type === Fragment) drawOnce(props.children, into)
  else if (typeof type === 'string') drawElement(type, props, into)
  else if (typeof type === 'function') {
    // A class has state, and no component of paper is one.
    const component = type as (given: object) => ReactNode
    drawOnce(component(props), into)
  } else throw new Error('Only elements and plain components can be drawn once.')
}

/** One text for what follows each other: each is laid out, and told to who listens, by itself. */
function drawText(text: string, into: Element): void {
  if (text === '') return
  const { lastChild } = into
  if (lastChild instanceof Text) lastChild.appendData(text)
  else into.append(text)
}

const svg = 'http://www.w3.org/2000/svg'

function drawElement(type: string, { children, ...given }: { children?: ReactNode }, into: Element): void {
  const element =
    type === 'svg' || into.namespaceURI === svg
      ? document.createElementNS(svg, type)
      : document.createElement(type)
  for (const [name, value] of Object.entries(given)) setAttribute(element, name, value)
  drawOnce(children, element)
  into.append(element)
}

const nameInPage: Record<string, string> = { className: 'class', strokeWidth: 'stroke-width' }

function setAttribute(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined || typeof value === 'function') return
  // Paper has styles of its own on columns of tables alone.
  if (name === 'style') Object.assign((element as HTMLElement).style, value)
  else element.setAttribute(nameInPage[name] ?? name, String(value))
}
