/** What we use of a parsed page, so that this room stays without the types of a browser. */
export type PageNode = {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly nextSibling: PageNode | null
}

export type PageElement = PageNode & {
  readonly localName: string
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly children: Iterable<PageElement>
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
}

export type PageDocument = {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export const textNode = 3
export const elementNode = 1
