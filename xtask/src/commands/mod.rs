//! The commands, one file each.

/// Declares each command by the module that holds its `Arguments` and `run`.
macro_rules! commands {
    ($($module:ident => $variant:ident,)+) => {
        $(mod $module;)+

        #[derive(Debug, clap::Subcommand)]
        pub enum Command {
            $($variant($module::Arguments),)+
        }

        impl Command {
            pub fn run(&self) -> clientsmith_cli::Outcome {
                match self {
                    $(Self::$variant(arguments) => $module::run(arguments),)+
                }
            }
        }
    };
}

commands! {
    generate => Generate,
    check => Check,
    new => New,
    diff => Diff,
    update => Update,
    bench => Bench,
    bless => Bless,
    corpus => Corpus,
}
