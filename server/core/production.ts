// Imported before everything else by what runs for users: libraries leave their development checks out.
process.env.NODE_ENV ??= "production";
