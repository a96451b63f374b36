output "host" {
  description = "Name of the instance."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Its port."
  value       = aws_db_instance.this.port
}

output "name" {
  description = "The database, empty: the operator's guide says which roles it needs."
  value       = aws_db_instance.this.db_name
}

output "master_secret_arn" {
  description = "The secret with the master password, for making the two roles; the service never sees it."
  value       = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}
