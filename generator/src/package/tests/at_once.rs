//! Several writes of one folder at the same time.

use std::thread;

use super::*;

#[test]
fn writes_take_turns() {
    let dir = tempfile::tempdir().unwrap();
    let (older, newer) = older_and_newer();
    for round in 0..20 {
        let out = dir.path().join(round.to_string());
        thread::scope(|scope| {
            for package in [&older, &newer, &older, &newer] {
                let out = &out;
                scope.spawn(move || {
                    package.write_to(out).unwrap();
                    package.stale_in(out).unwrap();
                });
            }
        });
        let found = snapshot(&out);
        assert!(
            found == fresh(&older) || found == fresh(&newer),
            "{found:?}"
        );
    }
}
