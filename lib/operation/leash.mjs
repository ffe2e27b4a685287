// Loaded into every child by --import: a child without its parent ends, also when the parent was killed outright.
// Otherwise it would hold the port, or write the build, while the next start does the same. A child whose work is
// done ends by itself: it calls process.exit() or process.disconnect().
process.once("disconnect", () => process.exit());
