// Loaded into every child by --import: a child without its parent ends, also when the parent was killed outright.
// Otherwise it would hold the port, or write the build, while the next start does the same.
process.once("disconnect", () => process.exit(1));
// The leash alone must not keep a child alive whose work is done.
process.channel?.unref();
