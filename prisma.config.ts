// Settings of the command `prisma` (prisma/generate.mjs). No types are imported: the command is not installed.
export default { schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } };
