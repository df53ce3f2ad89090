import { onceFor } from '../../../description/once-for.js';
import { CharacterSets, firstOf, united, type Following } from './character-sets.js';
import { alternativesOf, type Term } from './pattern-terms.js';

/** A regular expression takes this many steps in negligible time. */
export const unnoticedSteps = 1_000_000;

/** Up to this many repetitions are ignored. */
const mostTries = 4;

/** How the steps of a regular expression grow with the text. */
interface Cost {
  /** The number of repetitions that can end in one place only, since the next character cannot belong to them. */
  definite: number;
  /** The number of repetitions that can end in several places. The engine tries all combinations of their ends. */
  indefinite: number;
  /** Whether nested repetitions can split a text in a number of ways that grows exponentially with its length. */
  isExponential: boolean;
}

/**
 * An upper bound of the steps that a regular expression takes for a text. It may be too high, never too low.
 *
 * @returns 0 if the steps grow no faster than the text.
 */
export function mostSteps(pattern: RegExp, text: string): number {
  const degree = degreeOf(pattern);
  if (degree === Infinity) return 2 ** Math.min(text.length, 60);
  return degree < 2 ? 0 : text.length ** degree;
}

/** The exponent by which the steps grow with the length of the text. */
const degreeOf = onceFor(({ source, flags }: RegExp): number => {
  const alternatives = alternativesOf(source);
  const sets = new CharacterSets(flags);
  const costs = alternatives.map((terms) => costOf(terms, () => [], sets));
  if (costs.some(({ isExponential }) => isExponential)) return Infinity;
  return Math.max(
    ...alternatives.map((terms, index) => {
      const { definite = 0, indefinite = 0 } = costs[index] ?? {};
      const repetitions = definite + indefinite;
      if (repetitions === 0) return 1;
      // Nothing can fail after a repetition at the end of the expression, so it needs no search from other positions.
      const endsWithIt = repetitions === 1 && isLong(terms.at(-1));
      const isSearched = terms[0]?.part.kind !== 'start' && !endsWithIt;
      return 1 + indefinite + (isSearched ? 1 : 0);
    }),
  );
});

const nothing: Cost = { definite: 0, indefinite: 0, isExponential: false };

function costOf(terms: Term[], next: () => Following, sets: CharacterSets): Cost {
  return terms.map((term, index) => costOfTerm(term, () => firstOf(terms, index + 1, next), sets)).reduce(added, nothing);
}

function costOfTerm(term: Term, next: () => Following, sets: CharacterSets): Cost {
  const { part, most } = term;
  if (part.kind === 'other') return { ...nothing, isExponential: true };
  if (part.kind === 'character' && isLong(term)) return repetition(sets.areApart([part.source], next()));
  if (part.kind !== 'group') return nothing;
  if (most <= 1) return part.alternatives.map((terms) => costOf(terms, next, sets)).reduce(added, nothing);
  return costOfRepeated(part.alternatives, term, next, sets);
}

function costOfRepeated(alternatives: Term[][], term: Term, next: () => Following, sets: CharacterSets): Cost {
  const firsts = alternatives.map((terms) => firstOf(terms, 0, () => 'anything'));
  const again = (): Following => united([...firsts, next()]);
  const inner = alternatives.map((terms) => costOf(terms, again, sets)).reduce(added, nothing);
  const isDefinite =
    !firsts.includes('anything') &&
    sets.areApart(united(firsts), next()) &&
    firsts.every((first, index) => firsts.slice(index + 1).every((other) => sets.areApart(first, other)));
  const hasOneLength =
    alternatives.length === 1 && alternatives.flat().every(({ least, most, part }) => least === most && part.kind !== 'group');
  if (inner.isExponential || inner.indefinite > 0) return { ...nothing, isExponential: true };
  if (!isDefinite && !hasOneLength && (inner.definite > 0 || term.most > mostTries)) return { ...nothing, isExponential: true };
  const own = isLong(term) ? repetition(isDefinite) : nothing;
  return added(inner, own);
}

function repetition(isDefinite: boolean): Cost {
  return { definite: isDefinite ? 1 : 0, indefinite: isDefinite ? 0 : 1, isExponential: false };
}

function added(one: Cost, other: Cost): Cost {
  return {
    definite: one.definite + other.definite,
    indefinite: one.indefinite + other.indefinite,
    isExponential: one.isExponential || other.isExponential,
  };
}

/** Whether a term may repeat often enough to count. */
function isLong(term: Term | undefined): boolean {
  return term !== undefined && term.most - term.least > mostTries;
}
