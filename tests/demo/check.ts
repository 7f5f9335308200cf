import type { Stack } from "./stack";
export async function check(_stack: Stack): Promise<boolean> {
  return true;
}
