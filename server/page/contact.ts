/** Writes the operator's address into a document, where the page reads it: errors are reported to it. Nothing is written without one. */
export function withContact(document: string, email: string | undefined): string {
  if (!email) return document;
  const content = email.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return document.replace("</head>", () => `<meta name="atlas-contact" content="${content}" /></head>`);
}
