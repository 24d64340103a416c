// Web sockets in responses on their way between isolates: a socket goes out as the handle of its end and comes in as a new object.
(function (rt) {
  'use strict';
  const { adopt, release } = rt.use('websocket/websocket');
  const own = rt.host('websocket.own');
  return { send: release, receive: (handle) => adopt(own(handle)) };
})
