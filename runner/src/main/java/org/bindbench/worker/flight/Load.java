package org.bindbench.worker.flight;

import java.util.Optional;

/**
 * What was recorded of one load.
 *
 * @param before read right before the part that counts
 * @param after read right after it
 * @param tenuredBytes what Serial's old generation grew by in young collections; empty for other
 *     collectors, and where it could not be told
 * @param guestThread id of the thread that ran the guest
 */
record Load(
    CollectorKind collector,
    CollectorEvents events,
    Counters before,
    Counters after,
    Optional<Long> tenuredBytes,
    long guestThread) {}
