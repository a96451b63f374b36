output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "private_subnet_ids" {
  description = "Subnets of nodes and pods, one for each zone."
  value       = [for zone in var.availability_zones : aws_subnet.private[zone].id]
}

output "public_subnet_ids" {
  description = "Subnets of the balancers, one for each zone."
  value       = [for zone in var.availability_zones : aws_subnet.public[zone].id]
}

output "database_subnet_ids" {
  description = "Subnets of the database, one for each zone."
  value       = [for zone in var.availability_zones : aws_subnet.database[zone].id]
}

output "public_cidrs" {
  description = "Where the balancers call from."
  value       = [for zone in var.availability_zones : aws_subnet.public[zone].cidr_block]
}

output "database_cidrs" {
  description = "Where the database answers."
  value       = [for zone in var.availability_zones : aws_subnet.database[zone].cidr_block]
}

output "exit_addresses" {
  description = "The addresses that card hosts and banks see."
  value       = [for exit in aws_eip.nat : exit.public_ip]
}
