import { loneAttribution } from '../english/lone-attribution'
import type { Attribution, Range } from '../suggestion'
import { innerOf, maskQuotations, quoteMask, type Part } from './any-language'

const saying =
  '表示|指出|强调|說|说|称|認為|认为|宣布|重申|补充说|补充道|透露|回应称|回应说|回应道|回应|告诉|指责|警告|承认|否认|介绍|解释说|解释|写道|坚称|声称|宣称|呼吁|批评|谴责|相信|坦言|直言|反驳|提到|谈到|证实|确认|问道|答道|说道|强调说|表态|保证|承诺'
const intending = '要求|拒绝|提议|建议|希望|反对(?!派|党)|主张|敦促|威胁|愿意|准备|坚持|不接受|同意|支持(?!者)'
const sentenceEnd = /[。！？!?；\n]/u
const cue = new RegExp(`(?:进一步|随后|还|也|则|曾|再次|一再|明确|公开|对此|同时)*(${saying})`, 'u')
const intent = new RegExp(`(?:进一步|随后|还|也|则|曾|再次|一再|明确|已)*(${intending})`, 'u')
const time = /(?:\d{1,2}月)?\d{1,2}日|(?:本周|上周|下周|周|星期)[一二三四五六日天]|(?:今天|昨天|昨日|今日|当天|当日|此前|日前|近日)/gu
const place = /在(?:[^，。：“”]{1,18})(?:记者会|新闻发布会|发布会|声明|采访|会议|讲话|社交媒体|会谈|演讲)(?:上|中|时|后)?/gu

/** Chinese: “…” and 「…」, 表示, 说, 据 … 报道, and what is demanded or refused. */
export function chineseAttributions(
  text: string,
  { paragraphs, partsOf }: { paragraphs: readonly Range[]; partsOf: (paragraph: number) => readonly Part[] },
): Attribution[] {
  const attributions: Attribution[] = []
  let running: { speaker: Range | null; paragraph: number } = { speaker: null, paragraph: -2 }
  for (const [index, paragraph] of paragraphs.entries()) {
    const parts = partsOf(index)
    const masked = maskQuotations(text, paragraph, parts)
    let before: Attribution | null = null
    for (const sentence of sentences(text, masked, paragraph.start)) {
      const inside = parts.filter(({ part }) => part.outer.start >= sentence.start && part.outer.start < sentence.end)
      const words = masked.slice(sentence.start - paragraph.start, sentence.end - paragraph.start)
      const found = readSentence({ words, offset: sentence.start, parts: inside })
      const isBare = !/[\p{L}\p{N}]/u.test(words)
      const spans = inside.flatMap(innerOf)
      if (found !== null) attributions.push(found)
      else if (isBare && spans.length > 0) {
        if (before !== null && before.form === 'verbatim') {
          before.spans.push(...spans)
          continue
        }
        const speaker = index - running.paragraph <= 1 ? running.speaker : null
        attributions.push(loneAttribution({ form: 'verbatim', speaker, spans, confidence: speaker === null ? 0.5 : 0.7 }))
      }
      before = found
      if (found?.speaker != null) running = { speaker: found.speaker, paragraph: index }
    }
  }
  return attributions
}

/** A quotation that ends a sentence ends one here only when nobody is named after it. */
function sentences(text: string, masked: string, offset: number): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (let at = 0; at < masked.length; at++) {
    const isMark = sentenceEnd.test(masked[at]!)
    const isQuotationEnd =
      masked[at] === quoteMask && masked[at + 1] !== quoteMask && /[。！？!?…]["”」』]$/u.test(text.slice(offset + at - 1, offset + at + 1))
    if (!isMark && !isQuotationEnd) continue
    const tail = masked.slice(at + 1, at + 40).split(/[，。：；\ufffc]/u)[0] ?? ''
    if (isQuotationEnd && new RegExp(`(?:${saying})(?:记者|道)?$|(?:${saying})`, 'u').test(tail)) continue
    ranges.push({ start: offset + from, end: offset + at + 1 })
    from = at + 1
  }
  if (from < masked.length) ranges.push({ start: offset + from, end: offset + masked.length })
  return ranges
}

type Sentence = { words: string; offset: number; parts: readonly Part[] }

function readSentence(sentence: Sentence): Attribution | null {
  return reportedBy(sentence) ?? quotedThenSpeaker(sentence) ?? said(sentence) ?? intended(sentence)
}

const range = ({ offset }: Sentence, start: number, end: number): Range => ({ start: offset + start, end: offset + end })

function content(sentence: Sentence, start: number, end: number): Pick<Attribution, 'form' | 'spans'> | null {
  const { words, parts, offset } = sentence
  while (start < end && /[\s，、：:]/u.test(words[start]!)) start++
  while (end > start && /[\s，。！？；!?]/u.test(words[end - 1]!)) end--
  if (end - start < 2) return null
  const inside = parts.filter(({ part }) => part.outer.start >= offset + start && part.outer.start < offset + end)
  if (inside.length === 0) return { form: 'paraphrase', spans: [range(sentence, start, end)] }
  if (/[\p{L}\p{N}]/u.test(words.slice(start, end).replaceAll(quoteMask, ''))) {
    return { form: 'partial', spans: [range(sentence, start, end)] }
  }
  const spans = inside.flatMap(innerOf)
  return spans.length === 0 ? null : { form: 'verbatim', spans }
}

/** Without the times and places that stand between a name and its verb. */
function speakerIn(sentence: Sentence, start: number, end: number): Range | null {
  let words = sentence.words.slice(start, end)
  const boundary = Math.max(...['，', '。', '：', '；', '、', ',', quoteMask].map((mark) => words.lastIndexOf(mark)))
  start += boundary + 1
  words = words.slice(boundary + 1)
  const lead = /^(?:但|而|同时|此外|另外|随后|不过|对此|其中|\s)+/u.exec(words)
  if (lead !== null) {
    start += lead[0].length
    words = words.slice(lead[0].length)
  }
  for (const pattern of [time, place]) {
    for (const found of words.matchAll(pattern)) {
      if (found.index === 0) {
        start += found[0].length
        words = words.slice(found[0].length)
      } else words = words.slice(0, found.index)
      break
    }
  }
  words = words.replace(/(?:在|向|对|于|就).*$/u, (tail, at: number) => (at === 0 ? tail : ''))
  const length = words.trimEnd().length
  return length === 0 || length > 40 || !/\p{L}/u.test(words) ? null : range(sentence, start, start + length)
}

/** 据 X 透露，…… and 根据 X 的说法，…… */
function reportedBy(sentence: Sentence): Attribution | null {
  const { words } = sentence
  const found = /^(\s*(?:另)?(?:根据|据))([^，\ufffc]{1,40}?)(透露|报道|介绍|称|表示|消息|的说法|说法|的消息|的声明|证实|观察|了解|统计|披露)?，/u.exec(words)
  if (found === null) return null
  const from = found[1]!.length
  const spoken = content(sentence, found[0].length, words.length)
  if (spoken === null) return null
  const isNamed = found[3] !== undefined || /(?:社|部|报|局|会|机构|人士|官员|组织|发言人|媒体|政府)$/u.test(found[2]!)
  if (!isNamed) return null
  const cueStart = words.indexOf('据') - (words.includes('根据') ? 1 : 0)
  return loneAttribution({
    ...spoken,
    cue: range(sentence, Math.max(0, cueStart), from),
    speaker: range(sentence, from, from + found[2]!.length),
    confidence: 0.85,
  })
}

/** “……，”她说，“……。” and “……。”马拉特告诉记者。 */
function quotedThenSpeaker(sentence: Sentence): Attribution | null {
  const { words } = sentence
  const found = new RegExp(`^\\s*(\\ufffc+)[，,]?([^，。：\\ufffc]{0,30}?)(${saying})([^，。：\\ufffc]{0,12})`, 'u').exec(words)
  if (found === null) return null
  const first = words.indexOf(quoteMask)
  const spoken = content(sentence, first, first + found[1]!.length)
  if (spoken === null) return null
  const cueEnd = found[0].length - found[4]!.length
  const cueStart = cueEnd - found[3]!.length
  const rest = /^[^\ufffc]{0,12}[，：。:]?(\ufffc+)/u.exec(words.slice(found[0].length))
  if (rest !== null) {
    const end = found[0].length + rest[0].length
    const second = content(sentence, end - rest[1]!.length, end)
    if (second?.form === 'verbatim') spoken.spans.push(...second.spans)
  }
  return loneAttribution({
    ...spoken,
    cue: range(sentence, cueStart, cueEnd),
    speaker: speakerIn(sentence, first + found[1]!.length, cueStart),
    confidence: 0.95,
  })
}

function said(sentence: Sentence): Attribution | null {
  const { words } = sentence
  const found = cue.exec(words)
  if (found === null) return null
  const verb = found[1]!
  const verbEnd = found.index + found[0].length
  const after = words.slice(verbEnd)
  const colon = /^[^，。：:\ufffc]{0,14}[：:]?\s*(?=\ufffc)|^[^，。：:\ufffc]{0,10}[：:，,]/u.exec(after)
  const isWeak = /^(?:称|认为|認為|相信|否认|承认|承诺|保证|警告|批评|谴责|指责|呼吁)$/u.test(verb)
  if (colon === null && !isWeak && !/^(?:说|說|表示|指出|强调|宣布|重申|证实|坚称|声称|宣称)$/u.test(verb)) return null
  const spoken = content(sentence, verbEnd + (colon?.[0].length ?? 0), words.length)
  const speaker = speakerIn(sentence, 0, found.index)
  if (spoken === null || (speaker === null && spoken.form === 'paraphrase')) return null
  return loneAttribution({
    ...spoken,
    cue: range(sentence, verbEnd - verb.length, verbEnd),
    speaker,
    confidence: spoken.form === 'verbatim' ? 0.95 : 0.8,
    act: verb,
  })
}

function intended(sentence: Sentence): Attribution | null {
  const { words } = sentence
  const found = intent.exec(words)
  if (found === null || found.index === 0) return null
  const verb = found[1]!
  const verbEnd = found.index + found[0].length
  const speaker = speakerIn(sentence, 0, found.index)
  const spoken = content(sentence, verbEnd, words.length)
  if (speaker === null || spoken === null || /^的/u.test(words.slice(verbEnd))) return null
  return loneAttribution({
    ...spoken,
    cue: range(sentence, verbEnd - verb.length, verbEnd),
    speaker,
    confidence: 0.65,
    act: verb,
  })
}
