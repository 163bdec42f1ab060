/** What draws the shapes and letters of a chart; the rest stands in its attributes. */
const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
/** Twice the size on screen: sharp in a document. */
const SCALE = 2;
const MARGIN = 16;

/** A chart as it is drawn now, with its title above, as a PNG. */
export async function chartPicture(chart: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = chart.viewBox.baseVal;
  const { color, fontFamily, fontSize } = getComputedStyle(chart);
  const letters = Number.parseFloat(fontSize);
  const above = letters * 2.4;
  const size = { width: width + 2 * MARGIN, height: height + above + 2 * MARGIN };
  const sheet = element('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  const ground = getComputedStyle(document.body).backgroundColor;
  const heading = element('text', {
    x: MARGIN,
    y: MARGIN + letters,
    fill: color,
    'font-family': fontFamily,
    'font-size': letters * 1.15,
    'font-weight': 700,
  });
  heading.textContent = title;
  const drawing = withLooks(chart);
  for (const [name, value] of Object.entries({ x: MARGIN, y: MARGIN + above, width, height }))
    drawing.setAttribute(name, String(value));
  sheet.append(element('rect', { ...size, fill: ground }), heading, drawing);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(sheet))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size.width * SCALE, size.height * SCALE);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The same drawing without the style sheet of the page: each part carries its own looks. */
function withLooks(chart: SVGSVGElement): SVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const parts = [...chart.querySelectorAll('*')];
  for (const [index, part] of [...copy.querySelectorAll('*')].entries()) {
    const original = parts[index];
    if (original === undefined) continue;
    const looks = getComputedStyle(original);
    for (const name of DRAWN) part.setAttribute(name, looks.getPropertyValue(name));
    part.removeAttribute('class');
  }
  copy.removeAttribute('class');
  return copy;
}
