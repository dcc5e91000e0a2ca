import { pictureRecipes } from '../products/catalogue.ts';
import { gradients, mix, tones } from './paint.ts';
import { FLAT, LIFTED, SHAPES, SLIM } from './shapes/shapes.ts';

const recipes = pictureRecipes();

/** Pale goods stand on a sheet of their second colour, so that they do not melt into it. */
const PALE = new Set(['white', 'cream', 'silver']);
const DUSK = '#8ea6bd';

/** A warm sheet with a breath of the product's colour, so that a wall of pictures hangs together in light and dark pages. */
function backdrop(tint: string, strength: number): string {
  const edge = mix('#e6dfd3', tint, 0.16 * strength);
  const centre = mix('#fbf7ef', tint, 0.07 * strength);
  return (
    `<radialGradient id="sheet" cx=".42" cy=".36" r=".85"><stop offset="0" stop-color="${centre}"/><stop offset="1" stop-color="${edge}"/></radialGradient>` +
    '<radialGradient id="shade"><stop offset="0" stop-color="#2b2440" stop-opacity=".34"/><stop offset=".6" stop-color="#2b2440" stop-opacity=".14"/><stop offset="1" stop-color="#2b2440" stop-opacity="0"/></radialGradient>' +
    '<radialGradient id="glow"><stop offset="0" stop-color="#fff0bd" stop-opacity=".95"/><stop offset=".45" stop-color="#ffe9a8" stop-opacity=".45"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0"/></radialGradient>' +
    '<filter id="behind" x="-.2" y="-.2" width="1.4" height="1.5"><feGaussianBlur in="SourceAlpha" stdDeviation="13"/><feOffset dx="4" dy="15"/>' +
    '<feComponentTransfer><feFuncA type="linear" slope=".3"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>'
  );
}

/** The drawn picture of a product as an SVG document; null when there is no such product. */
export function productPicture(id: string): string | null {
  const recipe = recipes.get(id);
  const shape = recipe && SHAPES[recipe.shape];
  if (!shape) return null;
  const [mainName = 'grey', accentName = 'white'] = recipe.colours;
  const main = tones(mainName);
  const accent = tones(accentName);
  const pale = PALE.has(mainName);
  const second = accentName === 'black' || accentName === 'navy' ? DUSK : accent.base;
  const tint = pale && !PALE.has(accentName) ? second : main.base;
  const drawing = FLAT.has(recipe.shape)
    ? `<g filter="url(#behind)">${shape(main, accent)}</g>`
    : `<ellipse cx="302" cy="462" rx="${SLIM[recipe.shape] ?? 236}" ry="32" fill="url(#shade)"/>${shape(main, accent)}`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">' +
    `<defs>${backdrop(pale ? mix(tint, '#6f7f8f', 0.25) : tint, pale ? 2.4 : 1)}${gradients(main, accent)}</defs>` +
    `<rect width="600" height="600" fill="url(#sheet)"/><g transform="translate(0 ${-(LIFTED[recipe.shape] ?? 0)})">${drawing}</g></svg>`
  );
}
