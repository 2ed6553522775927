//! HTTP messages on the wire (RFC 9112).

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// An answer.
#[derive(Clone, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The media type of the body, if there is one.
    pub media_type: Option<String>,
    /// Further headers, as names and values.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The message as it travels.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = vec![
            format!("HTTP/1.1 {} Status", self.status),
            "Connection: close".into(),
        ];
        let media_type = self.media_type.iter();
        head.extend(media_type.map(|media_type| format!("Content-Type: {media_type}")));
        let others = self.headers.iter();
        head.extend(others.map(|(name, value)| format!("{name}: {value}")));
        // RFC 9110, section 8.6: no Content-Length with status 204.
        if self.status != 204 {
            head.push(format!("Content-Length: {}", self.body.len()));
        }
        head.push("\r\n".into());
        [head.join("\r\n").as_bytes(), &self.body].concat()
    }
}

/// The JSON text `body` with status 200.
pub fn json(body: &str) -> Reply {
    Reply {
        status: 200,
        media_type: Some("application/json".into()),
        body: body.into(),
        ..Reply::default()
    }
}

/// A request as it came.
#[derive(Debug)]
pub struct Received {
    /// The method, in capitals.
    pub method: String,
    /// The path and the query.
    pub target: String,
    /// Names, in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// The next request on `stream`.
    pub async fn read(stream: &mut TcpStream) -> Self {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        let mut received = parse(&String::from_utf8(head).unwrap());
        let length = received
            .header("content-length")
            .next()
            .map_or(0, |length| length.parse().unwrap());
        received.body = vec![0; length];
        stream.read_exact(&mut received.body).await.unwrap();
        received
    }

    /// The values of the header `name`, given in small letters.
    pub fn header<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |header| header.0 == name)
            .map(|header| header.1.as_str())
    }
}

fn parse(head: &str) -> Received {
    let mut lines = head.lines();
    let mut request_line = lines.next().unwrap().split(' ').map(str::to_owned);
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    Received {
        method: request_line.next().unwrap(),
        target: request_line.next().unwrap(),
        headers: lines.filter_map(header).collect(),
        body: Vec::new(),
    }
}
