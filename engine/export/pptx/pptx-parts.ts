import { xmlHead, xmlText } from '../xml-text'

const slideNamespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

/** English metric units: a slide of 16 to 9, as wide as 13⅓ inches. */
export const slideSize = { width: 12_192_000, height: 6_858_000 }

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const entries = relations.map(([type, target], index) => {
    const base = type === 'metadata/core-properties' ? packages : office
    return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
  })
  return `${xmlHead}<Relationships xmlns="${packages}">${entries.join('')}</Relationships>`
}

export function contentTypesXml(slides: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/ppt/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  const numbered = Array.from({ length: slides }, (_each, index) => index + 1)
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('presentation.xml', 'presentationml.presentation.main'),
    part('slideMasters/slideMaster1.xml', 'presentationml.slideMaster'),
    part('slideLayouts/slideLayout1.xml', 'presentationml.slideLayout'),
    part('notesMasters/notesMaster1.xml', 'presentationml.notesMaster'),
    part('theme/theme1.xml', 'theme'),
    part('theme/theme2.xml', 'theme'),
    ...numbered.map((number) => part(`slides/slide${number}.xml`, 'presentationml.slide')),
    ...numbered.map((number) => part(`notesSlides/notesSlide${number}.xml`, 'presentationml.notesSlide')),
  ].join(
    '',
  )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

/** No author: a name leaves only where somebody wishes it to. */
export const coreXml = (title: string, language: string): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`

export function presentationXml(slides: number): string {
  const list = Array.from(
    { length: slides },
    (_each, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 3}"/>`,
  )
  return `${xmlHead}<p:presentation ${slideNamespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="${slideSize.width}" cy="${slideSize.height}"/><p:notesSz cx="${slideSize.height}" cy="${slideSize.width}"/></p:presentation>`
}

const emptyTree = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
const colours =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
const white =
  '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'

const placeholder = (id: number, name: string, type: string, box: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${box}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>`

export const box = (x: number, y: number, width: number, height: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`

const titleBox = box(520_000, 560_000, slideSize.width - 1_040_000, 760_000)

const titleStyle =
  '<p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="3000" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>'

export const masterXml = `${xmlHead}<p:sldMaster ${slideNamespaces}><p:cSld>${white}<p:spTree>${emptyTree}${placeholder(2, 'Title', 'type="title"', titleBox)}</p:spTree></p:cSld>${colours}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles>${titleStyle}<p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`

export const layoutXml = `${xmlHead}<p:sldLayout ${slideNamespaces} type="titleOnly"><p:cSld name="Title"><p:spTree>${emptyTree}${placeholder(2, 'Title', 'type="title"', '')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`

const notesImage =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>' +
  `${box(685_800, 1_143_000, 5_486_400, 3_086_100)}</p:spPr></p:sp>`

export const notesMasterXml = `${xmlHead}<p:notesMaster ${slideNamespaces}><p:cSld>${white}<p:spTree>${emptyTree}${notesImage}${placeholder(3, 'Notes', 'type="body" idx="1"', box(685_800, 4_400_550, 5_486_400, 6_600_000))}</p:spTree></p:cSld>${colours}</p:notesMaster>`

export const notesSlideXml = (paragraphs: string): string =>
  `${xmlHead}<p:notes ${slideNamespaces}><p:cSld><p:spTree>${emptyTree}${notesImage.replace(/<p:spPr>.*<\/p:spPr>/, '<p:spPr/>')}<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`

export const slideXml = (shapes: string): string =>
  `${xmlHead}<p:sld ${slideNamespaces}><p:cSld><p:spTree>${emptyTree}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`

const scheme = [
  ['dk1', '1D1C1A'],
  ['lt1', 'FFFFFF'],
  ['dk2', '4A4843'],
  ['lt2', 'F4F1EA'],
  ['accent1', '96304A'],
  ['accent2', '2B6AA6'],
  ['accent3', '4B7A35'],
  ['accent4', '50307A'],
  ['accent5', '8D6508'],
  ['accent6', '146A6B'],
  ['hlink', '1D4E89'],
  ['folHlink', '4A4843'],
]
  .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
  .join('')
const face = (name: string) =>
  `<a:latin typeface="${name}"/><a:ea typeface="Noto Sans SC"/><a:cs typeface="Noto Sans Arabic"/>`
const fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3)
const strokes = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3)
const effects = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)

export const themeXml = `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Démarche"><a:themeElements><a:clrScheme name="Démarche">${scheme}</a:clrScheme><a:fontScheme name="Démarche"><a:majorFont>${face('Noto Serif')}</a:majorFont><a:minorFont>${face('Noto Sans')}</a:minorFont></a:fontScheme><a:fmtScheme name="Démarche"><a:fillStyleLst>${fills}</a:fillStyleLst><a:lnStyleLst>${strokes}</a:lnStyleLst><a:effectStyleLst>${effects}</a:effectStyleLst><a:bgFillStyleLst>${fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
