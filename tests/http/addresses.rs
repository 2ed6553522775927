//! Addresses at which no connection comes about.

use std::net::SocketAddr;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinSet;

/// An address that refuses connections, for as long as the socket that holds it lives.
pub fn refusing() -> (SocketAddr, TcpSocket) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    (socket.local_addr().unwrap(), socket)
}

/// A listener whose queue is full, so that it lets further connections wait, and who fills the queue.
pub async fn full() -> (TcpListener, JoinSet<std::io::Result<TcpStream>>) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = JoinSet::new();
    for _ in 0..16 {
        waiting.spawn(TcpStream::connect(address));
        // Enough turns for the attempt to reach the system.
        tokio::task::yield_now().await;
        tokio::task::yield_now().await;
    }
    (listener, waiting)
}
