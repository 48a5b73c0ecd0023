const token =
  // oxlint-disable-next-line no-control-regex -- JSON itself forbids them in its texts
  /[\s]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{}:,]))/y

type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more' | 'nothing'

/**
 * Where a text stops being JSON, in UTF-16 units; its length where it is only cut short. The engine's own sentence
 * names a place for some faults only.
 */
export function jsonFaultAt(text: string): number {
  const open: ('[' | '{')[] = []
  let wanted: Wanted = 'value'
  const closed = (): Wanted => (open.length === 0 ? 'nothing' : 'more')
  for (let at = 0; ; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(text)
    const begins = at + (/^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0)
    if (found === null) return begins
    const [, string, literal, mark] = found
    const isKey = wanted === 'key' || wanted === 'key or end'
    if (string !== undefined && isKey) wanted = 'colon'
    else if ((string ?? literal) !== undefined && (wanted === 'value' || wanted === 'value or end'))
      wanted = closed()
    else if ((mark === '[' || mark === '{') && (wanted === 'value' || wanted === 'value or end')) {
      open.push(mark)
      wanted = mark === '[' ? 'value or end' : 'key or end'
    } else if (mark === ':' && wanted === 'colon') wanted = 'value'
    else if (mark === ',' && wanted === 'more') wanted = open.at(-1) === '[' ? 'value' : 'key'
    else if (mark === ']' && open.at(-1) === '[' && (wanted === 'more' || wanted === 'value or end')) {
      open.pop()
      wanted = closed()
    } else if (mark === '}' && open.at(-1) === '{' && (wanted === 'more' || wanted === 'key or end')) {
      open.pop()
      wanted = closed()
    } else return begins
  }
}
