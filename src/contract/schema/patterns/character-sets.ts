import { onceForFirst } from '../../../description/once-for.js';
import type { Term } from './pattern-terms.js';

/** The characters that may follow at a place of a text: character sets in the notation of regular expressions. */
export type Following = string[] | 'anything';

/** The characters that some terms may begin with. @param next The characters that may follow the terms. */
export function firstOf(terms: Term[], index: number, next: () => Following): Following {
  const term = terms[index];
  if (!term) return next();
  const { part, least } = term;
  const rest = (): Following => firstOf(terms, index + 1, next);
  switch (part.kind) {
    case 'other':
      return 'anything';
    case 'start':
    case 'edge':
      return rest();
    case 'end':
      return [];
    case 'character':
      return least > 0 ? [part.source] : united([[part.source], rest()]);
    case 'group': {
      const inner = united(part.alternatives.map((alternative) => firstOf(alternative, 0, rest)));
      return least > 0 ? inner : united([inner, rest()]);
    }
  }
}

/** The union of several sets. */
export function united(all: Following[]): Following {
  return all.includes('anything') ? 'anything' : [...new Set(all.flat())];
}

/** A sample of all characters: all common ones, and every 64th of the others. */
const samples = Array.from({ length: 0x250 + (0x110000 - 0x250) / 64 }, (_, index) =>
  String.fromCodePoint(index < 0x250 ? index : 0x250 + (index - 0x250) * 64),
);

/** Finds out which character sets are disjoint. */
export class CharacterSets {
  private readonly membersOf: (source: string) => Set<string>;

  /** @param flags The flags of the regular expression that contains the sets. */
  constructor(flags: string) {
    this.membersOf = onceForFirst(Infinity, (source) => {
      const set = new RegExp(`^(?:${source})$`, flags);
      return new Set(samples.filter((character) => set.test(character)));
    });
  }

  areApart(some: Following, others: Following): boolean {
    if (some.length === 0 || others.length === 0) return true;
    if (some === 'anything' || others === 'anything') return false;
    return some.every((one) => others.every((other) => this.isApart(one, other)));
  }

  private isApart(one: string, other: string): boolean {
    const [first, second] = [this.membersOf(one), this.membersOf(other)];
    // A set that matches no sample may have any member.
    return first.size > 0 && second.size > 0 && ![...first].some((member) => second.has(member));
  }
}
