/**
 * The program that each runtime runs: calls the client once for each task.
 *
 * @returns For each task, the status code of the response, or the name of the error and the body of its response.
 */
export async function runTasks(createClient, tasks) {
  const results = [];
  for (const { baseUrl, options, operationId, init } of tasks) {
    const call = createClient({ baseUrl, ...options })[operationId](init);
    const hanging = new Promise((resolve) => setTimeout(resolve, 15_000, { error: 'no result for 15 s' }));
    results.push(await Promise.race([call.then(({ status }) => ({ status }), failure), hanging]));
  }
  return results;
}

async function failure(error) {
  const body = await error.response?.text();
  return { error: error.name, message: error.message, ...(body !== undefined && { body }) };
}
