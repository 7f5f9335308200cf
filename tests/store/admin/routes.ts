import { Router } from "express";
import type { Store } from "../store";

export function adminRoutes(_store: Store): Router {
  return Router();
}
