interface Complaint {
  readonly path: string;
}

export function complain(path: string): void {
  const complaint: Complaint = { path };
  console.error(new Error(`no ${complaint.path}`));
}
