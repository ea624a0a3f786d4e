import type { Catalogue, ElementalTask } from './catalogue.ts';

/** Which occupations are made of which tasks, made ready; prepare once per catalogue. */
export interface TaskIndex {
  readonly tasks: ReadonlyMap<string, ElementalTask>;
  readonly links: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** 0–1: how few occupations a task is in; 0 for the commonest, 1 for one in a single occupation. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** A task of an occupation and its share in it. */
export interface TaskShare {
  readonly task: string;
  readonly share: number;
}

export interface TaskMatch {
  readonly id: number;
  /** The share covered, rare tasks worth more, less for what must still be learnt; 0–2. */
  readonly score: number;
  /** Share of the occupation's work that is made of the person's tasks, 0–1. */
  readonly covered: number;
  /** The person's tasks that it uses, largest share first; at most three. */
  readonly uses: readonly TaskShare[];
  /** Its largest tasks that the person has not told of; at most three. */
  readonly missing: readonly (TaskShare & { readonly level: 1 | 2 | 3 })[];
}

/** The commonest task (of half of all occupations) says little about where one fits: worth half; the rarest, double. */
const COMMON_WORTH = 0.5;
const RARITY_BONUS = 1.5;
/** What must still be learnt holds an occupation back by so much of its share, by level. */
const COST = { 1: 0, 2: 0.2, 3: 0.6 } as const;
/** Shares as small as this are not worth naming. */
const WORTH_NAMING = 0.02;
const MOST_NAMED = 3;

export function indexTasks({ tasks, taskLinks }: Pick<Catalogue, 'tasks' | 'taskLinks'>): TaskIndex {
  const counts = new Map<string, number>();
  for (const shares of taskLinks.values()) {
    for (const task of shares.keys()) counts.set(task, (counts.get(task) ?? 0) + 1);
  }
  const most = Math.max(2, ...counts.values());
  const rarity = (task: string) => Math.log(most / (counts.get(task) ?? most)) / Math.log(most);
  return { tasks, links: taskLinks, rarity: new Map([...tasks.keys()].map((task) => [task, rarity(task)])) };
}

/**
 * Occupations by what somebody can do, best first, ties by id; those that use none of it are left out.
 *
 * score = Σ share × (½ + 1½ rarity) over the tasks held × (1 − Σ share × cost over those not held). A task of level 3
 * is one that nobody does without training, so an occupation full of them is further away.
 */
export function byTasks(index: TaskIndex, held: Iterable<string>): TaskMatch[] {
  const own = new Set(held);
  return [...index.links]
    .flatMap(([id, shares]) => matchOf(index, own, id, shares) ?? [])
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

function matchOf(
  { tasks, rarity }: TaskIndex,
  own: ReadonlySet<string>,
  id: number,
  shares: ReadonlyMap<string, number>,
): TaskMatch | null {
  let covered = 0;
  let worth = 0;
  let cost = 0;
  const uses: TaskShare[] = [];
  const missing: (TaskShare & { level: 1 | 2 | 3 })[] = [];
  for (const [task, share] of shares) {
    const { level } = tasks.get(task)!;
    if (own.has(task)) {
      covered += share;
      worth += share * (COMMON_WORTH + RARITY_BONUS * rarity.get(task)!);
      uses.push({ task, share });
    } else {
      cost += share * COST[level];
      if (share >= WORTH_NAMING) missing.push({ task, share, level });
    }
  }
  if (uses.length === 0) return null;
  return {
    id,
    score: worth * (1 - cost),
    covered: Math.min(1, covered),
    uses: uses.sort(largestFirst).slice(0, MOST_NAMED),
    missing: missing.sort(largestFirst).slice(0, MOST_NAMED),
  };
}

const largestFirst = (a: TaskShare, b: TaskShare): number => b.share - a.share || (a.task < b.task ? -1 : 1);

/** A task that needs practice is asked about a little later than one that anybody can start with. */
const LEAST_RARITY = 0.3;
const ASKED_LATER = { 1: 1, 2: 0.8, 3: 0 } as const;

/**
 * Tasks that are most often done together with those told, likeliest first: good questions to go on with. Of each
 * family one, none that was asked before, none that takes training.
 */
export function followUps(
  index: TaskIndex,
  held: Iterable<string>,
  asked: Iterable<string> = [],
  count = 3,
): string[] {
  const own = new Set(held);
  const known = new Set([...own, ...asked]);
  const together = new Map<string, number>();
  const alone = new Map<string, number>();
  for (const shares of index.links.values()) {
    let mine = 0;
    for (const [task, share] of shares) if (own.has(task)) mine += share;
    for (const [task, share] of shares) {
      alone.set(task, (alone.get(task) ?? 0) + share * share);
      if (mine > 0 && !known.has(task)) together.set(task, (together.get(task) ?? 0) + mine * share);
    }
  }
  const ranked = [...together]
    .map(([task, sum]) => ({
      task,
      family: index.tasks.get(task)!.family,
      // The cosine between a task and those told: what is done everywhere is not asked first.
      worth:
        (sum / Math.sqrt(alone.get(task)!)) *
        (LEAST_RARITY + index.rarity.get(task)!) *
        ASKED_LATER[index.tasks.get(task)!.level],
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.task < b.task ? -1 : 1));
  const families = new Set<string>();
  const isFirst = ({ family }: { family: string }) => !families.has(family) && families.add(family);
  return ranked
    .filter(isFirst)
    .slice(0, count)
    .map(({ task }) => task);
}
