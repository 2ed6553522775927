//! Functions of servers.

use crate::ir::Server;

/// The servers whose URL a function returns: all if there are several, so that another order changes none of the functions,
/// and those with variables.
pub(crate) fn named_servers(servers: &[Server]) -> impl Iterator<Item = &Server> {
    let are_several = servers.len() > 1;
    let servers = servers.iter();
    servers.filter(move |server| are_several || !server.variables.is_empty())
}
