// How many sign-ins one client may ask for in a minute: in memory, by its address, forgotten when the server ends.

const MINUTE_MS = 60_000;
/** Clients at a time; the one that came first is forgotten first. */
const MOST_CLIENTS = 10_000;

/** A function that counts one more for a client and says whether it is still within the limit. */
export function limitTo(perMinute) {
  /** @type {Map<string, number[]>} */
  const attempts = new Map();
  return (client, now = Date.now()) => {
    const recent = (attempts.get(client) ?? []).filter((then) => now - then < MINUTE_MS);
    const isWithin = recent.length < perMinute;
    attempts.delete(client);
    attempts.set(client, isWithin ? [...recent, now] : recent);
    if (attempts.size > MOST_CLIENTS) attempts.delete(attempts.keys().next().value);
    return isWithin;
  };
}
