/** Any address that is none. */
export const loader = () => {
  throw new Response(null, { status: 404 });
};

export default function Nowhere() {
  return null;
}
