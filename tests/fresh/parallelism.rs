//! The number of threads does not show in the output, and neither does the time.

use rayon::ThreadPoolBuilder;

use crate::made::{Files, assert_same, everything};

#[test]
fn any_number_of_threads_makes_the_same() {
    let first = with_threads(1);
    for threads in [1, 4, 4] {
        assert_same(&first, &with_threads(threads));
    }
}

fn with_threads(threads: usize) -> Files {
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap()
        .install(everything)
}
