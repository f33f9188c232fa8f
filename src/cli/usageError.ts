/** A call that cannot be carried out as it stands; its message is for the person who made it. */
export class UsageError extends Error {}
