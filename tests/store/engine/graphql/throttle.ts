export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** A bucket holds as much as is restored in this many seconds. */
const SECONDS_HELD = 20;

/** The leaky bucket of one app in one shop. */
export class CostBucket {
  private available: number;
  private checkedAt: number;
  readonly maximum: number;

  constructor(
    readonly restoreRate: number,
    private readonly now: () => Date,
  ) {
    this.maximum = restoreRate * SECONDS_HELD;
    this.available = this.maximum;
    this.checkedAt = now().getTime();
  }

  /** Reserves the requested cost, or refuses. */
  take(cost: number): boolean {
    this.restore();
    if (this.available < cost) return false;
    this.available -= cost;
    return true;
  }

  /** Gives back what was reserved and not spent. */
  giveBack(cost: number): void {
    this.available = Math.min(this.maximum, this.available + cost);
  }

  status(): ThrottleStatus {
    this.restore();
    return {
      maximumAvailable: this.maximum,
      currentlyAvailable: Math.floor(this.available),
      restoreRate: this.restoreRate,
    };
  }

  private restore(): void {
    const at = this.now().getTime();
    const seconds = Math.max(0, at - this.checkedAt) / 1000;
    this.available = Math.min(this.maximum, this.available + seconds * this.restoreRate);
    this.checkedAt = at;
  }
}
