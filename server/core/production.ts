// Imported first by the server: libraries then skip their development checks.
process.env.NODE_ENV ??= "production";
