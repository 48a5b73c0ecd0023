import { describe, expect, test } from 'vitest'
import { suggestStatements } from '../../engine/capture/suggest'

const shown = (text: string) =>
  suggestStatements(text, { language: 'en', issued: '2031-03-14' }).map(
    ({ form, cue, speaker, spans }) =>
      `${form} | ${speaker?.text ?? '-'} | ${cue?.text ?? '-'} | ${spans.map((span) => span.text).join(' … ')}`,
  )

describe('quotations', () => {
  test.each([
    ['“A sound deal,” Kerr said.', ['verbatim | Kerr | said | A sound deal']],
    ['“A sound deal,” said Ann Kerr, the envoy.', ['verbatim | Ann Kerr | said | A sound deal']],
    ['“We came,” Kerr said, “and we stay.”', ['verbatim | Kerr | said | We came … and we stay.']],
    ['“We came,” Kerr said. “We stay.”', ['verbatim | Kerr | said | We came … We stay.']],
    ['“Why now?” Kerr asked.', ['verbatim | Kerr | asked | Why now?']],
    ['“Not on my watch,” Kerr thundered.', ['verbatim | Kerr | thundered | Not on my watch']],
    [
      'Kerr was blunt: “There is no plan at all.”',
      ['verbatim | Kerr | was blunt | There is no plan at all.'],
    ],
    ['Kerr told a rally in the old port: “We stay.”', ['verbatim | Kerr | told | We stay.']],
    ['Kerr called the text “a bad joke”.', ['partial | Kerr | called | a bad joke']],
    ['Kerr said no “real progress” was made.', ['partial | Kerr | said | no “real progress” was made']],
    ['The so-called ‘golden mile’ is closed.', []],
    ['The film “The Long Road Home” opens today.', []],
  ])('%s', (text, found) => {
    expect(shown(text)).toEqual(found)
  })
})

describe('reported speech', () => {
  test.each([
    [
      'Her counterpart, Ann Kerr of Kesh, said the boats would leave.',
      ['paraphrase | Ann Kerr | said | the boats would leave'],
    ],
    ['Kerr said on Friday the boats would leave.', ['paraphrase | Kerr | said | the boats would leave']],
    ['The boats would leave, Kerr told reporters.', ['paraphrase | Kerr | told | The boats would leave']],
    ['The boats, Kerr said, would leave.', ['paraphrase | Kerr | said | The boats … would leave']],
    [
      'According to the Red Cross, six are hurt.',
      ['paraphrase | the Red Cross | According to | six are hurt'],
    ],
    [
      'Six are hurt, according to two officials.',
      ['paraphrase | two officials | according to | Six are hurt'],
    ],
    ['Six were hurt, says the ministry.', ['paraphrase | the ministry | says | Six were hurt']],
    ['It was reported that six were hurt.', ['paraphrase | - | was reported | six were hurt']],
    [
      'Kerr was quoted as saying that the talks had failed.',
      ['paraphrase | Kerr | quoted as saying | the talks had failed'],
    ],
    [
      'Kerr said the boats had left, adding that talks could begin.',
      ['paraphrase | Kerr | said | the boats had left', 'paraphrase | Kerr | adding | talks could begin'],
    ],
    [
      'Kerr said the boats had left, but Almara insisted they were there.',
      ['paraphrase | Kerr | said | the boats had left', 'paraphrase | Almara | insisted | they were there'],
    ],
    [
      'No deal before Easter — diplomatic source',
      ['paraphrase | diplomatic source | - | No deal before Easter'],
    ],
    ['Haldt: No deal without the shore', ['paraphrase | Haldt | - | No deal without the shore']],
    ['Lake talks: what we know so far', []],
  ])('%s', (text, found) => {
    expect(shown(text)).toEqual(found)
  })
})

describe('demands and intentions', () => {
  test.each([
    ['Almara demands that Kesh withdraw.', ['paraphrase | Almara | demands | Kesh withdraw']],
    ['Almara is calling on Kesh to withdraw.', ['paraphrase | Almara | calling on | Kesh to withdraw']],
    ['Kerr refuses to sign the text.', ['paraphrase | Kerr | refuses | to sign the text']],
    ['Kerr will not accept the text.', ['paraphrase | Kerr | will not accept | the text']],
    ['The army is ready to leave the port.', ['paraphrase | The army | ready | to leave the port']],
    ['Kerr declined to comment.', []],
    ['Kerr did not say when the talks would end.', []],
    ['The demand for grain rose and claims fell.', []],
    ['Kerr could say more tomorrow.', []],
    ['The deal was rejected by both sides.', []],
  ])('%s', (text, found) => {
    expect(shown(text)).toEqual(found)
  })

  test('hint and addressee', () => {
    const [demand] = suggestStatements('Almara is calling on Kesh to withdraw.')
    expect(demand).toMatchObject({ hint: 'demand', addressee: { text: 'Kesh' } })
    expect(suggestStatements('Kerr refuses to sign the text.')[0]?.hint).toBe('refusal')
    expect(suggestStatements('Kerr vowed to fight on.')[0]?.hint).toBe('commitment')
    expect(suggestStatements('Kerr is ready to talk.')[0]?.hint).toBe('offer')
    expect(suggestStatements('“A summit is feasible only if they adhere to it,” Kerr said.')[0]?.hint).toBe(
      'condition',
    )
  })

  test('who passed it on, and where', () => {
    const [told] = suggestStatements(
      'A Russian diplomatic source told state media that the two need to meet.',
    )
    expect(told).toMatchObject({ relayedBy: { text: 'state media' }, speaker: { isAnonymous: true } })
    expect(suggestStatements('Kerr said in Geneva that it was over.')[0]?.place?.text).toBe('Geneva')
  })
})

describe('names', () => {
  const nameOf = (text: string) => suggestStatements(text, { language: 'en' }).at(-1)?.speaker?.name ?? null

  test.each([
    ['Ann Kerr arrived. “We stay,” she said.', 'Ann Kerr'],
    ['Foreign Minister Ann Kerr arrived. “We stay,” the minister said.', 'Ann Kerr'],
    ['“We came,” said Ann Kerr.\n“We stay,” Kerr added.', 'Ann Kerr'],
    ['“We came,” said Ann Kerr.\nShe added: “We stay.”', 'Ann Kerr'],
    ['Mr Tom Hale met Ms Ann Kerr. “We stay,” she said.', 'Ann Kerr'],
    ['The boats left. “We stay,” she said.', null],
  ])('%s', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })

  test('a quotation alone in its paragraph goes on with the one before', () => {
    const found = suggestStatements('“We came,” said Ann Kerr.\n“We stay. Nobody asked us to go.”')
    expect(found[1]).toMatchObject({ form: 'verbatim', cue: null, speaker: { name: 'Ann Kerr' } })
  })
})
