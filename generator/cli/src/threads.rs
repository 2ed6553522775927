use rayon::ThreadPoolBuilder;

/// Has the thread that calls this take its share of what is done in parallel, before anything is.
///
/// It would wait for the others otherwise, and they would wait to be woken: small documents take as long as without any
/// parallel work. Not for a program that waits on it for other threads which generate: those could wait for it in turn.
pub fn work_on_this_thread() {
    // Threads that are there already do the same work.
    let _ = ThreadPoolBuilder::new().use_current_thread().build_global();
}
