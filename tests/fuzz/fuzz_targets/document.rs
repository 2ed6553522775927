//! Any bytes make a sound package, or diagnostics that can be shown with a place.

#![no_main]

use clientsmith_tests::soundness;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = soundness::check("these bytes", bytes);
});
