type Given = { className?: string | undefined; title?: string | undefined; isUnspoken?: boolean }

/** An element with what stands in it, for what is drawn by hand. */
export function makeElement<Name extends 'span' | 'small' | 'button'>(
  name: Name,
  { className, title, isUnspoken = false }: Given,
  ...children: (Element | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (className !== undefined) element.className = className
  if (title !== undefined) element.title = title
  if (isUnspoken) element.ariaHidden = 'true'
  element.append(...children)
  return element
}

/** A small drawing of one outline, which words beside it say too. */
export function makeDrawing(
  viewBox: string,
  className?: string,
): { drawing: SVGElement; outline: SVGElement } {
  const drawing = makeVector('svg')
  drawing.setAttribute('viewBox', viewBox)
  drawing.setAttribute('aria-hidden', 'true')
  if (className !== undefined) drawing.setAttribute('class', className)
  const outline = makeVector('path')
  drawing.append(outline)
  return { drawing, outline }
}

export const makeVector = <Name extends 'svg' | 'path' | 'title'>(name: Name): SVGElementTagNameMap[Name] =>
  document.createElementNS('http://www.w3.org/2000/svg', name)
