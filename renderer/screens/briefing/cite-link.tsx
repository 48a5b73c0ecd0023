import type { MouseEvent, ReactNode } from 'react'
import type { Cite } from '../../../app/rules/briefing/briefing-document'
import { citePlace, placeAddress, statementPlace } from '../../../app/rules/briefing/places'

/** A figure that leads to its statement in the annex; the first of its number is where the annex leads back. */
export function CiteLink({ cite }: { cite: Cite }) {
  return (
    <WithinLink
      {...(cite.isFirst ? { id: citePlace(cite.number) } : {})}
      target={statementPlace(cite.number)}
    >
      {cite.number}
    </WithinLink>
  )
}

/** The number of a statement in the annex, leading back to where it is first cited. */
export function StatementNumber({ number }: { number: number }) {
  return (
    <WithinLink id={statementPlace(number)} target={citePlace(number)}>
      {number}
    </WithinLink>
  )
}

function WithinLink({ id, target, children }: { id?: string; target: string; children: ReactNode }) {
  function follow(event: MouseEvent) {
    // The address says which screen this is; in the PDF the same link is followed by the reader's program.
    event.preventDefault()
    const found = document.getElementById(target)
    found?.scrollIntoView({ block: 'center' })
    found?.focus()
  }
  return (
    <a {...(id === undefined ? {} : { id })} href={`#${target}`} onClick={follow}>
      {children}
    </a>
  )
}

/** Lets the links of a piece lead out of it, to wherever their places stand when all pieces are joined. */
export function leadOverPieces(piece: ParentNode): void {
  for (const link of piece.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.href = placeAddress(link.hash.slice(1))
  }
}
