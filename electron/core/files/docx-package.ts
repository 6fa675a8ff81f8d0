/** A .docx package around the body of a paper: the parts Word needs, in the same bytes for the same body. */
import { type Zippable, zipSync } from 'fflate';
import { numberingXml } from './docx-numbering.ts';
import { type Xml, escapeXml } from './docx-xml.ts';
import { asOfDate, fontName, mmToTwips, sizes, typeset } from './layout.ts';
import { zipDate } from './repack.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Margins in millimetres. */
export interface DocxPage {
  readonly paper: 'A4' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Page number at the top centre from page 2. */
  readonly numbered: boolean;
  /** Words across every page; null for none. */
  readonly watermark: string | null;
}

/** Packs a body into the bytes of a .docx file. */
export function packDocx({
  title,
  asOf,
  page,
  body,
  numberedLists,
}: {
  readonly title: string;
  /** Time put into the file instead of the clock's. */
  readonly asOf: string;
  readonly page: DocxPage;
  readonly body: readonly Xml[];
  readonly numberedLists: number;
}): Uint8Array {
  const texts: readonly (readonly [string, Xml])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['docProps/app.xml', appProperties],
    ['docProps/core.xml', coreProperties(title, asOf)],
    ['word/_rels/document.xml.rels', documentRelations],
    ['word/document.xml', documentPart(body, page)],
    ['word/header1.xml', headerPart(page.numbered ? pageNumber : '', page.watermark)],
    ['word/header2.xml', headerPart('', page.watermark)],
    [
      'word/numbering.xml',
      `${XML}<w:numbering xmlns:w="${WORD}">${numberingXml(numberedLists)}</w:numbering>`,
    ],
    ['word/settings.xml', settings],
    ['word/styles.xml', styles],
  ];
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  // Small parts gain nothing from being packed and cost time.
  for (const [name, text] of texts)
    entries[name] = [encoder.encode(text), { level: text.length > 2000 ? 6 : 0 }];
  return zipSync(entries, { mtime: zipDate(asOf), os: 0 });
}

function documentPart(body: readonly Xml[], page: DocxPage): Xml {
  const upright = page.orientation === 'portrait';
  const [short, long] = (page.paper === 'A5' ? [148, 210] : [210, 297]).map(mmToTwips);
  const { margins } = page;
  const edge = mmToTwips(page.numbered ? 10 : 0);
  return (
    `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${body.join('')}<w:sectPr>` +
    '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>' +
    `<w:pgSz w:w="${upright ? short : long}" w:h="${upright ? long : short}"${upright ? '' : ' w:orient="landscape"'}/>` +
    `<w:pgMar w:top="${mmToTwips(margins.top)}" w:right="${mmToTwips(margins.right)}" w:bottom="${mmToTwips(margins.bottom)}"` +
    ` w:left="${mmToTwips(margins.left)}" w:header="${edge}" w:footer="${edge}" w:gutter="0"/>` +
    '<w:titlePg/></w:sectPr></w:body></w:document>'
  );
}

const half = `<w:sz w:val="${sizes.pageNumber * 2}"/><w:szCs w:val="${sizes.pageNumber * 2}"/>`;
const field = (inner: Xml): Xml => `<w:r><w:rPr>${half}</w:rPr>${inner}</w:r>`;
const pageNumber =
  field('<w:fldChar w:fldCharType="begin"/>') +
  field('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
  field('<w:fldChar w:fldCharType="separate"/>') +
  field('<w:t>2</w:t>') +
  field('<w:fldChar w:fldCharType="end"/>');

function headerPart(content: Xml, watermark: string | null): Xml {
  const mark = watermark === null ? '' : watermarkRun(watermark);
  return (
    `${XML}<w:hdr xmlns:w="${WORD}" xmlns:r="${RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">` +
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${content}${mark}</w:p></w:hdr>`
  );
}

/** Words drawn aslant behind the text, in the shape that Word's own watermark command makes and can remove. */
function watermarkRun(text: string): Xml {
  return (
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>' +
    '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>' +
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>' +
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
    '<v:textpath on="t" fitshape="t"/></v:shapetype>' +
    '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:84pt;rotation:315;' +
    'z-index:-251657216;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"' +
    ` o:allowincell="f" fillcolor="#c8c8c8" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;${fontName}&quot;;font-size:1pt;font-weight:bold" string="${escapeXml(typeset(text))}"/></v:shape></w:pict></w:r>`
  );
}

function coreProperties(title: string, asOf: string): Xml {
  const stamp = asOfDate(asOf)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(typeset(title))}</dc:title><dc:creator>Bảng Vàng</dc:creator><cp:lastModifiedBy>Bảng Vàng</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

const contentTypes =
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${PART}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${PART}.styles+xml"/>` +
  `<Override PartName="/word/numbering.xml" ContentType="${PART}.numbering+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${PART}.settings+xml"/>` +
  `<Override PartName="/word/header1.xml" ContentType="${PART}.header+xml"/>` +
  `<Override PartName="/word/header2.xml" ContentType="${PART}.header+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>';

const packageRelations =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `<Relationship Id="rId3" Type="${RELATIONS}/extended-properties" Target="docProps/app.xml"/></Relationships>`;

const documentRelations =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${RELATIONS}/settings" Target="settings.xml"/>` +
  `<Relationship Id="rId3" Type="${RELATIONS}/header" Target="header1.xml"/>` +
  `<Relationship Id="rId4" Type="${RELATIONS}/header" Target="header2.xml"/>` +
  `<Relationship Id="rId5" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`;

const appProperties = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Bảng Vàng</Application></Properties>`;

const settings =
  `${XML}<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="vi-VN"/></w:settings>';

/** A style of the outline; how a heading looks is said where it stands. */
function headingStyle(level: number): Xml {
  return (
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
    `<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>`
  );
}

const styles =
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  `<w:rFonts w:ascii="${fontName}" w:eastAsia="${fontName}" w:hAnsi="${fontName}" w:cs="${fontName}"/>` +
  `<w:sz w:val="${sizes.body * 2}"/><w:szCs w:val="${sizes.body * 2}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>` +
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  [1, 2].map(headingStyle).join('') +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';
