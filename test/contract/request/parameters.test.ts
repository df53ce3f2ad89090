import { describe, expect, test } from 'vitest';
import { parameterReader, type ReadParameter } from '../../../src/contract/request/parameters.js';
import type { Description, Parameter, Schema } from '../../../src/description/types.js';

const description: Description = { openapi: '3.2.0', info: { title: 'Values', version: '1' } };

interface Sent {
  path?: string;
  search?: string;
  header?: string;
  cookie?: string;
}

/** Reads the first of some parameters. A header parameter is `X-Color`. */
function read(
  parameters: Parameter | Parameter[],
  { path = '/colors', search = '', header, cookie }: Sent,
  template = path === '/colors' ? '/colors' : '/colors/{color}',
): ReadParameter {
  const reader = parameterReader(description, template, [parameters].flat());
  const [first] = reader({ path, search, headers: { 'x-color': header, cookie } });
  if (!first) throw new Error('There is no parameter.');
  return first;
}

const text: Schema = { type: 'string' };
const list: Schema = { type: 'array', items: { type: 'string' } };
const rgb: Schema = { type: 'object', additionalProperties: { type: 'integer' } };
const named: Schema = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } } };

const blue = 'blue';
const colors = ['blue', 'black', 'brown'];
const parts = { R: 100, G: 200, B: 150 };

describe('reads the examples of the specification (OpenAPI 3.2.0, section 4.12.6)', () => {
  const rows: Array<[place: Parameter['in'], style: string, explode: boolean, sent: string, schema: Schema, value: unknown]> = [
    ['path', 'matrix', false, ';color', text, ''],
    ['path', 'matrix', false, ';color=blue', text, blue],
    ['path', 'matrix', false, ';color=blue,black,brown', list, colors],
    ['path', 'matrix', false, ';color=R,100,G,200,B,150', rgb, parts],
    ['path', 'matrix', true, ';color', text, ''],
    ['path', 'matrix', true, ';color=blue', text, blue],
    ['path', 'matrix', true, ';color=blue;color=black;color=brown', list, colors],
    ['path', 'matrix', true, ';R=100;G=200;B=150', rgb, parts],
    ['path', 'label', false, '.', text, ''],
    ['path', 'label', false, '.blue', text, blue],
    ['path', 'label', false, '.blue,black,brown', list, colors],
    ['path', 'label', false, '.R,100,G,200,B,150', rgb, parts],
    ['path', 'label', true, '.', text, ''],
    ['path', 'label', true, '.blue', text, blue],
    ['path', 'label', true, '.blue.black.brown', list, colors],
    ['path', 'label', true, '.R=100.G=200.B=150', rgb, parts],
    ['path', 'simple', false, 'blue', text, blue],
    ['path', 'simple', false, 'blue,black,brown', list, colors],
    ['path', 'simple', false, 'R,100,G,200,B,150', rgb, parts],
    ['path', 'simple', true, 'blue', text, blue],
    ['path', 'simple', true, 'blue,black,brown', list, colors],
    ['path', 'simple', true, 'R=100,G=200,B=150', rgb, parts],
    ['header', 'simple', false, '', text, ''],
    ['header', 'simple', false, 'blue', text, blue],
    ['header', 'simple', false, 'blue,black,brown', list, colors],
    ['header', 'simple', false, 'blue, black , brown', list, colors],
    ['header', 'simple', false, 'R,100,G,200,B,150', rgb, parts],
    ['header', 'simple', true, 'blue,black,brown', list, colors],
    ['header', 'simple', true, 'R=100, G=200,B=150', rgb, parts],
    ['query', 'form', false, 'color=', text, ''],
    ['query', 'form', false, 'color', text, ''],
    ['query', 'form', false, 'color=blue', text, blue],
    ['query', 'form', false, 'color=blue,black,brown', list, colors],
    ['query', 'form', false, 'color=blue%2Cblack%2Cbrown', list, ['blue,black,brown']],
    ['query', 'form', false, 'color=R,100,G,200,B,150', rgb, parts],
    ['query', 'form', true, 'color=', text, ''],
    ['query', 'form', true, 'color=blue', text, blue],
    ['query', 'form', true, 'color=blue&color=black&color=brown', list, colors],
    ['query', 'form', true, 'color=blue,black', list, ['blue,black']],
    ['query', 'form', true, 'R=100&G=200&B=150', rgb, parts],
    ['query', 'form', true, 'R=100&G=200&B=150&other=1', named, parts],
    ['query', 'spaceDelimited', false, 'color=blue%20black%20brown', list, colors],
    ['query', 'spaceDelimited', false, 'color=blue+black+brown', list, colors],
    ['query', 'spaceDelimited', false, 'color=R%20100%20G%20200%20B%20150', rgb, parts],
    ['query', 'pipeDelimited', false, 'color=blue|black|brown', list, colors],
    ['query', 'pipeDelimited', false, 'color=blue%7Cblack%7cbrown', list, colors],
    ['query', 'pipeDelimited', false, 'color=R%7C100%7CG%7C200%7CB%7C150', rgb, parts],
    ['query', 'deepObject', true, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150', rgb, parts],
    ['query', 'deepObject', false, 'color[R]=100&color[G]=200&color[B]=150', named, parts],
    ['cookie', 'form', false, 'color=blue', text, blue],
    ['cookie', 'form', false, 'color=blue,black,brown', list, colors],
    ['cookie', 'form', false, 'color=R,100,G,200,B,150', rgb, parts],
    ['cookie', 'form', true, 'color=blue', text, blue],
    ['cookie', 'form', true, 'color=blue; color=black; color=brown', list, colors],
    ['cookie', 'form', true, 'color=blue&color=black&color=brown', list, colors],
    ['cookie', 'form', true, 'R=100&G=200&B=150', rgb, parts],
    ['cookie', 'form', true, 'R=100; G=200; B=150', named, parts],
    ['cookie', 'cookie', false, 'color=blue,black,brown', list, colors],
    ['cookie', 'cookie', true, 'color=a%20b', text, 'a%20b'],
    ['cookie', 'cookie', true, 'color=blue; color=black; color=brown', list, colors],
    ['cookie', 'cookie', true, 'R=100; G=200; B=150', named, parts],
  ];

  test.each(rows)('%s %s, explode: %s: %s', (place, style, explode, sent, schema, value) => {
    const parameter: Parameter = { name: place === 'header' ? 'X-Color' : 'color', in: place, style, explode, schema };
    const source: Record<string, Sent> = {
      path: { path: `/colors/${sent}` },
      query: { search: `?${sent}` },
      header: { header: sent },
      cookie: { cookie: sent },
    };
    const { isPresent, values, violations } = read(parameter, source[place] ?? {});
    expect({ isPresent, value: values[0], violations }).toEqual({ isPresent: true, value, violations: [] });
  });
});
