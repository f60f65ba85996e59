package racecourse.checks.protocol;

/** The means by which a detector looks for a fault. Detectors of one engine share a worker JVM. */
public enum Engine {
    /** jqwik properties: arbitrary sequences and numbers against a model. */
    PROPERTY,
    /** One thread held inside the critical section while another is let in. */
    RENDEZVOUS,
    /** Several JVMs over one file. */
    PROCESSES,
    /**
     * Rules: what the language or the contract says of the code, whatever a run on this machine shows. ArchUnit rules run
     * nothing of the submission; the memory model's replay its calls.
     */
    RULE,
    /** Systematic interleavings under sequential consistency. */
    EXPLORER,
    /** jcstress: real hardware, real JIT, a frequency table. */
    STRESS,
    /** The same by jcstress's own harness, which starts many JVMs with many sets of flags and takes minutes. */
    HARNESS
}
