/**
 * Persons whom news names without saying for whom they speak. Each line: surname as texts have it, name, state,
 * office, and the months it is known to be held, as of November 2025. A guess that a person confirms; past its
 * dates it is not made.
 */
const lines = `
Putin|Vladimir Putin|Russia|President|2012-05|
Peskov|Dmitry Peskov|Russia|presidential spokesman|2012-05|
Lavrov|Sergei Lavrov|Russia|Foreign Minister|2004-03|
Zelensky|Volodymyr Zelensky|Ukraine|President|2019-05|
Zelenskyy|Volodymyr Zelenskyy|Ukraine|President|2019-05|
Sybiha|Andrii Sybiha|Ukraine|Foreign Minister|2024-09|
Trump|Donald Trump|United States|President|2025-01|2029-01
Rubio|Marco Rubio|United States|Secretary of State|2025-01|
Macron|Emmanuel Macron|France|President|2017-05|2027-05
Merz|Friedrich Merz|Germany|Federal Chancellor|2025-05|
Starmer|Keir Starmer|United Kingdom|Prime Minister|2024-07|
Meloni|Giorgia Meloni|Italy|Prime Minister|2022-10|
Tusk|Donald Tusk|Poland|Prime Minister|2023-12|
Orbán|Viktor Orbán|Hungary|Prime Minister|2010-05|
Orban|Viktor Orban|Hungary|Prime Minister|2010-05|
Erdoğan|Recep Tayyip Erdoğan|Turkey|President|2014-08|
Erdogan|Recep Tayyip Erdogan|Turkey|President|2014-08|
Netanyahu|Benjamin Netanyahu|Israel|Prime Minister|2022-12|
Lukashenko|Alexander Lukashenko|Belarus|President|1994-07|
Modi|Narendra Modi|India|Prime Minister|2014-05|
Guterres|António Guterres|United Nations|Secretary-General|2017-01|2026-12
`

export type OfficeHolder = { name: string; state: string; office: string }
type Held = OfficeHolder & { surname: string; from: string; until: string }

const holders: Held[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [surname = '', name = '', state = '', office = '', from = '', until = ''] = line.split('|')
    return { surname, name, state, office, from, until }
  })

/** Who bears this name and office in that month (`YYYY-MM`); null where the list does not say. */
export function officeHolder(name: string, month: string): OfficeHolder | null {
  const held = holders.find(
    (holder) =>
      (name === holder.name || name === holder.surname) &&
      month >= holder.from &&
      (holder.until === '' || month <= holder.until),
  )
  return held ?? null
}
