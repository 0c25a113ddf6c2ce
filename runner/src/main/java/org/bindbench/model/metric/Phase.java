package org.bindbench.model.metric;

/** Whether a sample was taken while the engine warmed up or counts towards the result. */
public enum Phase {
  WARM_UP,
  MEASURED
}
