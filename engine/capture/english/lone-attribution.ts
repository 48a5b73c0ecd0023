import type { Attribution } from '../suggestion'

/** An attribution without a verb of saying. */
export function loneAttribution(
  given: Pick<Attribution, 'form' | 'speaker' | 'spans' | 'confidence'> & Partial<Attribution>,
): Attribution {
  return {
    cue: null,
    addressee: null,
    relayedBy: null,
    place: null,
    around: [],
    continues: false,
    act: 'say',
    ...given,
  }
}
