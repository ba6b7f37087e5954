/** A phone number of the mainland as one dials it from anywhere: "027-87205018" is +86 27 87205018. One that has a country code keeps it. */
export function internationalPhone(phone: string): { text: string; href: string } {
  const text = phone.startsWith("+") ? phone : `+86 ${phone.replace(/^0/, "").replace(/^(\d{2,3})-/, "$1 ")}`;
  return { text, href: `tel:${text.replace(/[^+\d]/g, "")}` };
}
