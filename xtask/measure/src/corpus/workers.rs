//! Several threads that share a list of work.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// The stack of a thread, in bytes. Validators of schemas that refer to each other are nested as deep as these are.
const STACK: usize = 1 << 29;

/// Returns what `work` makes of each of `items`, in their order. It is called with the number of the thread, less than
/// `jobs`, that does it.
pub fn each<T: Sync, R: Send>(
    jobs: usize,
    items: &[T],
    work: impl Fn(usize, &T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let work = |worker: usize| {
        while let Some((place, item)) = claim(items, &next) {
            let _ = sender.send((place, work(worker, item)));
        }
    };
    thread::scope(|scope| {
        let work = &work;
        for worker in 0..jobs.clamp(1, items.len().max(1)) {
            let thread = thread::Builder::new().stack_size(STACK);
            if thread.spawn_scoped(scope, move || work(worker)).is_err() {
                work(worker);
            }
        }
    });
    drop(sender);
    let mut results: Vec<(usize, R)> = receiver.into_iter().collect();
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}

fn claim<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    Some((place, items.get(place)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order() {
        let doubled = each(3, &[1, 2, 3, 4, 5], |worker, item| {
            assert!(worker < 3);
            item * 2
        });
        assert_eq!(doubled, [2, 4, 6, 8, 10]);
        assert!(each(2, &[], |_, item: &u8| *item).is_empty());
    }
}
