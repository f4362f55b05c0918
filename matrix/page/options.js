/** Where the build emits the thread and the strength file by itself there is nothing to say. */
export const options = {};
