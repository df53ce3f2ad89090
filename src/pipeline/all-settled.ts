/**
 * Works on all items side by side, and fails only when none is under way any more: nothing is written behind a failure.
 *
 * @throws What the first of the items that failed has thrown.
 */
export async function allSettled<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const endings = await Promise.allSettled(items.map(work));
  const failed = endings.find((ending) => ending.status === 'rejected');
  if (failed) throw failed.reason as Error;
}
