import { scopeOf } from '../documents/anchors.js';
import type { Documents } from '../documents/documents.js';
import type { Direction } from '../finding.js';
import { omittedIn } from './omitted.js';
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

/** The targets of dynamic references: for each anchor, its place in the outermost schema that has it. */
type Scope = ReadonlyMap<string, Place>;

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
    const entered = this.entered(place, scope);
    const names = [...entered].map(([anchor, target]) => `${anchor}=${keyOf(target)}`);
    const id = JSON.stringify([keyOf(place), direction, names, [...omitted].sort()]);
    const known = this.units.get(id);
    if (known) return known;
    const unit: Unit = { key: `schema${this.units.size}`, schema: true, problems: [], isIncomplete: false, refersTo: new Set() };
    this.units.set(id, unit);
    pending.push({ unit, place, scope: entered, omitted });
    return unit;
  }

  /** The scope inside a schema. Anchors of outer schemas take precedence. */
  private entered(place: Place, scope: Scope): Scope {
    const { dynamic } = this.documents.names(place.document);
    const added = dynamic.size > 0 ? dynamic.get(scopeOf(place)) : undefined;
    return added ? new Map([...added, ...scope]) : scope;
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
      const reading: Reading = {
        place: at,
        dialect,
        schema: value,
        omitted: omittedIn(this.documents, at, direction, outer, 'own'),
        inner: (which, ...tokens) => {
          const target = below(at, ...tokens);
          const inherited = which === 'part' ? none : omittedIn(this.documents, at, direction, outer, 'inherited');
          return read(target, this.entered(target, scopeThere), inherited);
        },
        reference: (target) => {
          const inherited = omittedIn(this.documents, at, direction, outer, 'inherited');
          const found = this.unit({ place: target, direction, scope: scopeThere, omitted: inherited }, pending);
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

/** The target of a dynamic reference (JSON Schema 2020-12 core, section 8.2.3.2; 2019-09, section 8.2.4.2). */
function dynamicTarget({ value }: Place, reference: string, scope: Scope): Place | undefined {
  if (!isObject(value)) return undefined;
  if (value.$recursiveAnchor === true) return scope.get('');
  const anchor = /#(.*)$/s.exec(reference)?.[1];
  return anchor !== undefined && value.$dynamicAnchor === anchor ? scope.get(anchor) : undefined;
}
