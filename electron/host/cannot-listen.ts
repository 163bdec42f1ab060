/** One sentence for a port that a program cannot listen on, by the error of `listen`. */
export function cannotListen(error: NodeJS.ErrnoException, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port, hoặc đóng chương trình đó rồi chạy lại.`;
    case 'EACCES':
      return `Không được phép dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên bằng --port.`;
    default:
      return `Không mở được cổng ${port} (${error.code ?? error.message}). Hãy thử lại với --port 0.`;
  }
}
