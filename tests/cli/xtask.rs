//! Runs `cargo xtask`: each file in `xtask/` is a session, in a copy of the folder `.in` beside it, which is a repository.

#[test]
fn sessions_go_as_they_are_written() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        // The root is then looked for in the current folder.
        .env("CARGO_MANIFEST_DIR", "")
        // The day of changelog entries.
        .env("SOURCE_DATE_EPOCH", "1774655999")
        .case("../tests/cli/xtask/*.trycmd");
}
