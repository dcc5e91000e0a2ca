import { pictureRecipes } from '../products/catalogue.ts';
import { gradients, mix, tones } from './paint.ts';
import { SHAPES } from './shapes/shapes.ts';

const recipes = pictureRecipes();

/** A warm sheet with a breath of the product's colour, so that a wall of pictures hangs together in light and dark pages. */
function backdrop(tint: string): string {
  const edge = mix('#e6dfd3', tint, 0.16);
  const centre = mix('#fbf7ef', tint, 0.07);
  return (
    `<defs><radialGradient id="sheet" cx=".42" cy=".36" r=".85"><stop offset="0" stop-color="${centre}"/><stop offset="1" stop-color="${edge}"/></radialGradient>` +
    '<radialGradient id="shade"><stop offset="0" stop-color="#2b2440" stop-opacity=".3"/><stop offset=".6" stop-color="#2b2440" stop-opacity=".13"/><stop offset="1" stop-color="#2b2440" stop-opacity="0"/></radialGradient></defs>' +
    '<rect width="600" height="600" fill="url(#sheet)"/>'
  );
}

/** The drawn picture of a product as an SVG document; null when there is no such product. */
export function productPicture(id: string): string | null {
  const recipe = recipes.get(id);
  const shape = recipe && SHAPES[recipe.shape];
  if (!shape) return null;
  const main = tones(recipe.colours[0] ?? 'grey');
  const accent = tones(recipe.colours[1] ?? 'white');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600" role="img">' +
    `${backdrop(main.base)}<defs>${gradients(main, accent)}</defs>` +
    `<ellipse cx="306" cy="462" rx="240" ry="34" fill="url(#shade)"/>${shape(main, accent)}</svg>`
  );
}
