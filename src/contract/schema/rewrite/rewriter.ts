import type { Documents } from '../documents/documents.js';
import { dynamicTarget, entered, type Scope } from '../documents/dynamic-scope.js';
import type { Direction } from '../finding.js';
import { inCondition, mayOmit, omittedIn } from './omitted.js';
import { isObject, type Json } from '../../../description/json-value.js';
import { below, displayed, keyOf, type Place } from '../documents/places.js';
import { rewriteArrays, rewriteUnevaluatedItems } from './arrays.js';
import { rewriteCombinations } from './combinations.js';
import { rewriteNumbers } from './numbers.js';
import { rewriteObjects } from './objects.js';
import { joined, uncheckedKeyword, type Reading } from './reading.js';
import { rewriteTexts } from './texts.js';
import { rewriteValues } from './values.js';
import type { Unit } from './unit.js';

interface Pending {
  unit: Unit;
  place: Place;
  scope: Scope;
  omitted: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Rewrites the schemas of a description for the validator: to one dialect, without ids, anchors and dynamic references. Each
 * schema that is the target of a reference becomes a unit.
 */
export class Rewriter {
  private readonly units = new Map<string, Unit>();
  /** Whether any schema so far has a problem. */
  hasProblems = false;

  constructor(private readonly documents: Documents) {}

  /** Rewrites a schema and all schemas that it refers to. */
  unitAt(place: Place, direction: Direction): Unit {
    const pending: Pending[] = [];
    const unit = this.unit({ place, direction, scope: new Map(), omitted: none }, pending);
    for (let next = pending.pop(); next; next = pending.pop()) this.read(next, direction, pending);
    return unit;
  }

  private unit({ place, direction, scope, omitted }: Omit<Pending, 'unit'> & { direction: Direction }, pending: Pending[]): Unit {
    const inside = entered(this.documents, place, scope);
    const names = [...inside].map(([anchor, target]) => `${anchor}=${keyOf(target)}`);
    const id = JSON.stringify([keyOf(place), direction, names, omitted === inCondition || [...omitted].sort()]);
    const known = this.units.get(id);
    if (known) return known;
    const unit: Unit = { key: `schema${this.units.size}`, schema: true, problems: [], isIncomplete: false, refersTo: new Set() };
    this.units.set(id, unit);
    pending.push({ unit, place, scope: inside, omitted });
    return unit;
  }

  private read({ unit, place, scope, omitted }: Pending, direction: Direction, pending: Pending[]): void {
    const read = (at: Place, scopeThere: Scope, outer: ReadonlySet<string>): Json | boolean => {
      const { value, dialect } = at;
      if (typeof value === 'boolean') return value;
      const unchecked = (keyword: string, reason: string): Json => {
        const sentence = `${displayed(at)}${keyword && `.${keyword}`}: ${reason}.`;
        unit.problems.push(`${sentence} It is not checked.`);
        unit.isIncomplete = true;
        return { [uncheckedKeyword]: [sentence] };
      };
      if (!isObject(value)) return unchecked('', 'it is no schema');
      if (dialect.unknown !== undefined) return unchecked('', `its dialect "${dialect.unknown}" is unknown here`);
      const inherited = (): ReadonlySet<string> => omittedIn(this.documents, at, direction, outer, 'inherited');
      const reading: Reading = {
        place: at,
        dialect,
        schema: value,
        omitted: omittedIn(this.documents, at, direction, outer, 'own'),
        inherited,
        inner: (which, ...tokens) => {
          const target = below(at, ...tokens);
          const isInCondition = outer === inCondition || (which === 'condition' && mayOmit(this.documents, at, direction));
          const omitted = isInCondition ? inCondition : which === 'part' ? none : inherited();
          return read(target, entered(this.documents, target, scopeThere), omitted);
        },
        reference: (target) => {
          const found = this.unit({ place: target, direction, scope: scopeThere, omitted: inherited() }, pending);
          unit.refersTo.add(found);
          return { $ref: found.key };
        },
        follow: (reference, from) => this.documents.follow(reference, from),
        unchecked,
        note: (keyword, reason) => unit.problems.push(`${displayed(at)}.${keyword}: ${reason}.`),
      };
      return this.rewritten(reading, scopeThere);
    };
    unit.schema = read(place, scope, omitted);
    this.hasProblems ||= unit.problems.length > 0;
  }

  private rewritten(reading: Reading, scope: Scope): Json {
    const { dialect, schema } = reading;
    const references = this.references(reading, scope);
    if (dialect.refStandsAlone && typeof schema.$ref === 'string') return joined(references);
    return joined([
      ...references,
      ...rewriteValues(reading),
      ...rewriteNumbers(reading),
      ...rewriteTexts(reading),
      ...rewriteArrays(reading),
      ...rewriteObjects(reading),
      ...rewriteCombinations(reading),
      ...rewriteUnevaluatedItems(reading),
    ]);
  }

  private references(reading: Reading, scope: Scope): Json[] {
    const { place, schema } = reading;
    return (['$ref', '$dynamicRef', '$recursiveRef'] as const).flatMap((keyword): Json[] => {
      const reference = schema[keyword];
      if (reference === undefined) return [];
      if (typeof reference !== 'string') return [reading.unchecked(keyword, 'it is no text')];
      const found = this.documents.follow(reference, place);
      if (typeof found === 'string') return [reading.unchecked(keyword, found)];
      return [reading.reference((keyword === '$ref' ? undefined : dynamicTarget(found, reference, scope)) ?? found)];
    });
  }
}
